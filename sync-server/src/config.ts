/** What the operator asked for: options before the environment before defaults. */
import { parseArgs } from "node:util";
import { err, ok, type Result } from "@beiakte/shared/base/result";

export type StartConfig = {
  readonly port: number;
  readonly host: string;
  readonly data: string;
  /** Hosts (with port where it is not the scheme's own) that devices may have connected to. */
  readonly names: readonly string[];
  readonly allowedOrigins: readonly string[];
  readonly isVerbose: boolean;
};

export type Command =
  | { readonly verb: "start"; readonly config: StartConfig }
  | { readonly verb: "voucher"; readonly data: string }
  | { readonly verb: "backup"; readonly data: string; readonly to: string }
  | { readonly verb: "help" };

export const USAGE = `Usage: npm run relay -- [start] [options]   run the relay
       npm run relay -- voucher [--data DIR]      print a voucher to found one space
       npm run relay -- backup FILE [--data DIR]  copy the data of a running relay into FILE

  --port PORT            default 7420                     BEIAKTE_PORT
  --host HOST            default 127.0.0.1                BEIAKTE_HOST
  --data DIR             default ./data                   BEIAKTE_DATA
  --name NAME            public host name, repeatable     BEIAKTE_NAME (comma separated)
  --allow-origin ORIGIN  beside extensions, repeatable    BEIAKTE_ALLOW_ORIGIN (comma separated)
  --verbose              log every connection
`;

const DEFAULTS = { port: "7420", host: "127.0.0.1", data: "./data" };

type Environment = Readonly<Record<string, string | undefined>>;

/** The error is one line for the operator. */
export function parseCommand(
  args: readonly string[],
  environment: Environment,
): Result<Command, string> {
  const parsed = parseOptions(args);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  if (values.help === true) return ok({ verb: "help" });
  const data = values.data ?? nonEmpty(environment["BEIAKTE_DATA"]) ?? DEFAULTS.data;
  if (data === "") return err("--data needs a folder");
  const [verb = "start", file, ...more] = positionals;
  if (verb === "backup") {
    if (file === undefined || more.length > 0) return err("backup needs exactly one FILE");
    return ok({ verb, data, to: file });
  }
  if (file !== undefined) return err(`unexpected argument "${file}"`);
  if (verb === "voucher") return ok({ verb, data });
  if (verb !== "start") return err(`unknown command "${verb}": start, voucher or backup`);

  const port = parsePort(values.port, environment["BEIAKTE_PORT"]);
  if (!port.ok) return port;
  const host = values.host ?? nonEmpty(environment["BEIAKTE_HOST"]) ?? DEFAULTS.host;
  if (!/^[\w.:-]+$/u.test(host)) return err(`"${host}" is not a host to listen on`);
  const names = parseNames(values.name ?? listed(environment["BEIAKTE_NAME"]));
  if (!names.ok) return names;
  const origins = parseOrigins(
    values["allow-origin"] ?? listed(environment["BEIAKTE_ALLOW_ORIGIN"]),
  );
  if (!origins.ok) return origins;
  return ok({
    verb,
    config: {
      port: port.value,
      host,
      data,
      names: names.value,
      allowedOrigins: origins.value,
      isVerbose: values.verbose === true,
    },
  });
}

function parseOptions(args: readonly string[]) {
  try {
    return ok(
      parseArgs({
        args: [...args],
        allowPositionals: true,
        options: {
          port: { type: "string" },
          host: { type: "string" },
          data: { type: "string" },
          name: { type: "string", multiple: true },
          "allow-origin": { type: "string", multiple: true },
          verbose: { type: "boolean" },
          help: { type: "boolean", short: "h" },
        },
      }),
    );
  } catch (thrown) {
    const text = thrown instanceof Error ? thrown.message : "bad options";
    return err(text.split(". ")[0] ?? text);
  }
}

function parsePort(option: string | undefined, variable: string | undefined) {
  const text = option ?? nonEmpty(variable) ?? DEFAULTS.port;
  const where = option === undefined ? "BEIAKTE_PORT" : "--port";
  const port = Number(text);
  if (/^\d{1,5}$/u.test(text) && port <= 65_535) return ok(port);
  return err(`${where} is a number from 0 to 65535, not "${text}"`);
}

/** A name as it stands in a web address between `//` and `/`, as devices sign it. */
function parseNames(texts: readonly string[]): Result<readonly string[], string> {
  const names: string[] = [];
  for (const text of texts) {
    const address = URL.canParse(`wss://${text}/`) ? new URL(`wss://${text}/`) : undefined;
    if (address === undefined || address.href !== `wss://${address.host}/`) {
      return err(`--name is a host name like relay.example.org, not "${text}"`);
    }
    names.push(address.host);
  }
  return ok(names);
}

function parseOrigins(texts: readonly string[]): Result<readonly string[], string> {
  const bad = texts.find((text) => !/^[a-z][a-z\d+.-]*:\/\/[^/\s]+$/u.test(text));
  if (bad === undefined) return ok(texts);
  return err(`--allow-origin is an origin like https://panel.example.org, not "${bad}"`);
}

function listed(text: string | undefined): readonly string[] {
  return (text ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === "" ? undefined : text;
}
