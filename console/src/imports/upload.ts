import type { components } from '../api/client.ts';

type Upload = components['schemas']['NewImportWithUpload']['upload'];

/**
 * Puts a file to where the API says, and tells how far it is. By the older of the browser's two ways, because the newer says nothing before
 * it is done.
 *
 * @param told is told how much has gone, from 0 to 1
 * @throws TypeError when it did not arrive
 */
export function upload({ method, url, headers }: Upload, content: Blob, told: (share: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const failed = () => reject(new TypeError('The file did not arrive.'));
    request.upload.onprogress = ({ loaded, total }) => told(total === 0 ? 0 : loaded / total);
    request.onload = () => (request.status >= 200 && request.status < 300 ? resolve() : failed());
    request.onerror = failed;
    request.onabort = failed;
    request.open(method, url);
    for (const [name, value] of Object.entries(headers)) if (!isOfBrowser(name)) request.setRequestHeader(name, value);
    request.send(content);
  });
}

/** The browser sets these itself, and lets nobody else. */
const isOfBrowser = (name: string): boolean => ['host', 'content-length'].includes(name.toLowerCase());
