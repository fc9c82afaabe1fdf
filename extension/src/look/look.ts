/** Everything that a page of the panel must load to look right: bundled, nothing from outside. */
import "@fontsource/fira-sans/400.css";
import "@fontsource/fira-sans/600.css";
import "./tokens.css";
import "./ground.css";
import "./frame.css";
import "./parts.css";
import "./screens.css";
import "./plan.css";
import "./notes.css";
import "./forced-colors.css";

// React Aria writes a style element of this name unless there is one, which our CSP would refuse.
// What it would say stands in ground.css.
const written = document.createElement("meta");
written.id = "react-aria-pressable-style";
document.head.append(written);
