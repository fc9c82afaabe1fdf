import { PanelPage } from "../panel-page";

export default function PanelTab() {
  return <PanelPage kind="page" />;
}
