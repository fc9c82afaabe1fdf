import type { ReactNode } from "react";
import { Form } from "react-aria-components/Form";
import { Button } from "../components/button";
import { DialogBox } from "../components/dialog-box";
import { useText } from "./context";

/** A question with fields. What is asked for missing fields, and when it closes, is its owner's. */
export function FormDialog(props: {
  readonly title: string;
  readonly act: string;
  readonly isPending?: boolean;
  /** Takes away what is edited here. */
  readonly removal?: { readonly label: string; readonly onPress: () => void } | undefined;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { onClose, onSubmit, removal } = props;
  const text = useText();
  return (
    <DialogBox title={props.title} onClose={onClose}>
      <Form
        className="form"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {props.children}
        <div className="dialog-acts">
          {removal !== undefined && (
            <Button
              tone="danger"
              onPress={() => {
                removal.onPress();
                onClose();
              }}
            >
              {removal.label}
            </Button>
          )}
          <Button onPress={onClose}>{text.say("app.cancel")}</Button>
          <Button tone="primary" type="submit" isPending={props.isPending === true}>
            {props.act}
          </Button>
        </div>
      </Form>
    </DialogBox>
  );
}
