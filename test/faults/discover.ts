import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PlantedFault } from './planted-fault.ts';

/** A planted fault, and the file that plants it. */
export interface FoundFault extends PlantedFault {
  readonly plantedBy: string;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

function isPlantedFault(value: unknown): value is PlantedFault {
  if (typeof value !== 'object' || value === null) return false;
  const { name, file, find, replace, tests } = value as Record<string, unknown>;
  const hasTests = Array.isArray(tests) && tests.length > 0 && tests.every(isText);
  return isText(name) && isText(file) && isText(find) && typeof replace === 'string' && find !== replace && hasTests;
}

/** The faults of every `*-faults.ts` of a folder: its one exported array, whatever its name. Names are unique. */
export async function discoverFaults(folder: string): Promise<readonly FoundFault[]> {
  const found: FoundFault[] = [];
  for (const plantedBy of readdirSync(folder).sort()) {
    if (!plantedBy.endsWith('-faults.ts')) continue;
    const exported: unknown = await import(pathToFileURL(join(folder, plantedBy)).href);
    const arrays = Object.values(exported as Record<string, unknown>).filter((each) => Array.isArray(each));
    const [faults, ...others] = arrays as unknown[][];
    if (faults === undefined || faults.length === 0 || others.length > 0)
      throw new Error(`${plantedBy} exports one array of planted faults`);
    for (const fault of faults) {
      if (!isPlantedFault(fault)) throw new Error(`${plantedBy}: not a planted fault: ${JSON.stringify(fault)}`);
      const same = found.find(({ name }) => name === fault.name);
      if (same !== undefined) throw new Error(`"${fault.name}" is planted by ${same.plantedBy} and ${plantedBy}`);
      found.push({ ...fault, plantedBy });
    }
  }
  return found;
}

/** Every test file that a fault may name, relative to the root. */
export function testFiles(root: string): readonly string[] {
  return readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .map((path) => `test/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.test.ts') && !path.endsWith('.browser.test.ts'))
    .sort();
}

/** The test files that a fault names by whole paths or beginnings of paths. */
export function testsOf(fault: PlantedFault, files: readonly string[]): readonly string[] {
  return files.filter((file) => fault.tests.some((beginning) => file.startsWith(beginning)));
}

/** Why a fault cannot be planted; undefined when it can. */
export function whyUnplantable(root: string, fault: PlantedFault, files: readonly string[]): string | undefined {
  const path = join(root, fault.file);
  if (!existsSync(path)) return `there is no ${fault.file}`;
  const times = readFileSync(path, 'utf8').split(fault.find).length - 1;
  if (times !== 1) return `what it replaces occurs ${times} times in ${fault.file}, not once`;
  const lost = fault.tests.find((beginning) => !files.some((file) => file.startsWith(beginning)));
  return lost === undefined ? undefined : `there is no test ${lost}`;
}
