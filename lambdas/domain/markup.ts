/**
 * Text as it must stand in HTML or XML, in content and in attributes: the one escaper of the product. Control characters, which no
 * document may hold, are shown as unknown.
 */
export function escapeMarkup(text: string): string {
  return text
    .toWellFormed()
    .replace(controls, '\uFFFD')
    .replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}

const controls = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu;
