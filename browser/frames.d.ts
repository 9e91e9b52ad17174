/** See frames.js. The server knows no browser: to it the function is a text to send. */
export declare function frames(styles: string): unknown;
