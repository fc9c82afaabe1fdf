import { PanelPage } from "./panel-page";

export default function SidePanel() {
  return <PanelPage kind="side-panel" />;
}
