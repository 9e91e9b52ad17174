/** See widget-styles.js. */
export declare const widgetStyles: string;
