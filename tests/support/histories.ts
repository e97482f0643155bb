/**
 * On how many random histories a property is tried: on all of them where SIGMILL_TEST_HISTORIES is `all`, as in the gate,
 * and otherwise on a quarter.
 */
export const histories = (all: number): number =>
  process.env['SIGMILL_TEST_HISTORIES'] === 'all' ? all : Math.ceil(all / 4)
