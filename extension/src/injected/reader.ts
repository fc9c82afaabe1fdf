/** Comes after the portal's script, where that asks for it: the part that knows what a number is. */
import { setOwnGlobal } from "../page/own-globals";
import { makePageReader } from "../page/page-reader";

setOwnGlobal("beiakteReader", makePageReader);
