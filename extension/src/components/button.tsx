import type { ReactNode, Ref } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Icon, type IconName } from "./icon";

export type ButtonTone = "primary" | "quiet" | "danger" | "plain";

export function Button(props: {
  readonly tone?: ButtonTone;
  readonly size?: "small";
  readonly type?: "submit" | "button";
  readonly isDisabled?: boolean;
  /** Its words say what is going on; a press meanwhile is ignored by `useRequest`. */
  readonly isPending?: boolean;
  readonly onPress?: () => void;
  /** What a screen reader says where the written words alone would not tell which one is meant. */
  readonly name?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly children: ReactNode;
}) {
  const tone = props.tone ?? "quiet";
  return (
    <AriaButton
      className={[
        `button button-${tone}`,
        props.size === "small" ? "button-small" : "",
        props.isPending === true ? "button-pending" : "",
      ].join(" ")}
      type={props.type ?? "button"}
      isDisabled={props.isDisabled === true}
      {...(props.onPress === undefined ? {} : { onPress: props.onPress })}
      {...(props.name === undefined ? {} : { "aria-label": props.name })}
      {...(props.ref === undefined ? {} : { ref: props.ref })}
    >
      {props.children}
    </AriaButton>
  );
}

export function IconButton(props: {
  readonly icon: IconName;
  readonly name: string;
  readonly onPress?: () => void;
  readonly isDisabled?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}) {
  return (
    <AriaButton
      className="icon-button"
      aria-label={props.name}
      isDisabled={props.isDisabled === true}
      {...(props.onPress === undefined ? {} : { onPress: props.onPress })}
      {...(props.ref === undefined ? {} : { ref: props.ref })}
    >
      <Icon name={props.icon} />
    </AriaButton>
  );
}
