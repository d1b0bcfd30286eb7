export const emojiNames: string;
