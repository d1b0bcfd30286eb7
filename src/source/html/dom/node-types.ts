/** `nodeType` of an element and of a text, by the DOM standard. */
export const ELEMENT_NODE = 1;
export const TEXT_NODE = 3;
