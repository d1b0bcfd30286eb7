export { renderPlain as renderRich } from '../plain/plain.ts';
