import type { PlantedFault } from './planted-fault.ts';

/** The one command line: what it takes, refuses and says, and what it tells of a message. */
export const commandFaults: readonly PlantedFault[] = [
  {
    name: 'commands: an unknown flag is overlooked',
    file: 'cli/read-arguments.ts',
    find: 'parseArgs({ args: [...args], options, allowPositionals: true })',
    replace: 'parseArgs({ args: [...args], options, allowPositionals: true, strict: false as true })',
    tests: ['test/cli/commands.test.ts'],
  },
  {
    name: 'commands: a word that nothing takes is overlooked',
    file: 'cli/read-arguments.ts',
    find: 'if (word === undefined || takesWords) return read;',
    replace: 'if (word !== null) return read;',
    tests: ['test/cli/commands.test.ts'],
  },
  {
    name: 'commands: swapped letters are another name',
    file: 'cli/nearest.ts',
    find: 'row > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]',
    replace: 'row < 0',
    tests: ['test/cli/commands.test.ts'],
  },
  {
    name: 'start: a flag that npm took is not missed',
    file: 'cli/start/start-command.ts',
    find: '] !== undefined);\n  if (swallowed',
    replace: '] === null);\n  if (swallowed',
    tests: ['test/cli/commands.test.ts'],
  },
  {
    name: 'start: a data folder that cannot be written is found out later',
    file: 'dev/storage/data-folder.ts',
    find: 'constants.W_OK | constants.X_OK);\n  } catch (error) {\n',
    replace: 'constants.W_OK | constants.X_OK);\n  } catch (error) {\n    if (error) return;\n',
    tests: ['test/cli/commands.test.ts'],
  },
  {
    name: 'start: the shop to try things with is made where there is a business',
    file: 'dev/demo/demo-shop.ts',
    find: 'if (apps.length > 0) return false;',
    replace: '',
    tests: ['test/dev/simulate.test.ts'],
  },
  {
    name: 'simulate: "help" asks for help in place of being said',
    file: 'cli/main.ts',
    find: "|| args[0] === 'help'",
    replace: "|| args.includes('help')",
    tests: ['test/dev/simulate.test.ts'],
  },
  {
    name: 'simulate: a message that is kept aside counts as heard',
    file: 'cli/simulate/simulate-command.ts',
    find: 'return isTaken && result.isHeard ? 0 : 1;',
    replace: 'return isTaken ? 0 : 1;',
    tests: ['test/dev/simulate.test.ts'],
  },
  {
    name: 'simulate: nothing is said of a message that changes nothing',
    file: 'dev/told-commands.ts',
    find: 'isNews || unheard.length > 0 ? [] : [nothingSaid]',
    replace: 'isNews || unheard.length >= 0 ? [] : [nothingSaid]',
    tests: ['test/dev/simulate.test.ts'],
  },
  {
    name: 'simulate: an edit names no message',
    file: 'dev/outside-world/simulator.ts',
    find: 'if (result.messageId !== undefined) last.set(',
    replace: 'if (result.messageId === null) last.set(',
    tests: ['test/dev/simulate.test.ts'],
  },
  {
    name: 'the tour shows an answer that is not given',
    file: 'docs/tour.md',
    find: 'Te enviaremos por WhatsApp Offers.',
    replace: 'Te enviaremos por WhatsApp ofertas.',
    tests: ['test/dev/tour.test.ts'],
  },
];
