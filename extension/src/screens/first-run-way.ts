/** The three ways to begin on a device that has nothing yet. */
export type FirstRunWay = "found" | "accept" | "practise";
