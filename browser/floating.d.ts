/** See floating.js. The server knows no browser: to it the function is a text to send. */
export declare function floating(frames: unknown): unknown;
