/** See sheet.js. The server knows no browser: to it the function is a text to send. */
export declare function sheet(frames: unknown, view: unknown, makePanel: unknown): unknown;
