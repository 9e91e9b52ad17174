/** See last-step.js. The server knows no browser: to it the function is a text to send. */
export declare function lastStep(...parts: unknown[]): void;
