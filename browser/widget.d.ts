/** See widget.js. The server knows no browser: to it the function is a text to send. */
export declare function widget(base: string, frames: unknown, parts: unknown): void;
