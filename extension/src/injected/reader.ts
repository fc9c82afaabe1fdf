/** Comes after the portal's script, where that asks for it: the part that knows what a number is. */
import { makePageReader } from "../page/page-reader";
import { offerReader } from "../page/reader-door";

offerReader(makePageReader);
