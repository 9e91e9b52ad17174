/** See panel.js. The server knows no browser: to it the function is a text to send. */
export declare function panel(frames: unknown, lastStep: unknown, view: unknown, options: unknown): unknown;
