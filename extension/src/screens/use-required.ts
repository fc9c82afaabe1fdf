import { useState } from "react";
import { useText } from "./context";

/** Fields that must not stay empty. Nobody is told so before they have tried to go on. */
export function useRequired() {
  const text = useText();
  const [wasTried, setTried] = useState(false);
  return {
    wasTried,
    errorOf: (value: string): string | undefined =>
      wasTried && value.trim() === "" ? text.say("field.missing") : undefined,
    /** Whether all of them hold something; from now on those that do not say so. */
    areFilled(...values: readonly string[]): boolean {
      setTried(true);
      return values.every((value) => value.trim() !== "");
    },
  };
}
