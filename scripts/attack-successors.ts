/**
 * Techniques that ATT&CK revoked in favour of one with another name, or with a name that several now share, and what
 * replaced them, as https://attack.mitre.org/techniques/<id> says. The reduced bundle has no `revoked-by`
 * relationships; a revoked technique that is not listed here was replaced by the current one of the same name.
 */
export const SUCCESSORS: ReadonlyMap<string, string> = new Map([
  ['T1002', 'T1560'],
  ['T1017', 'T1072'],
  ['T1022', 'T1560'],
  ['T1024', 'T1573'],
  ['T1031', 'T1543.003'],
  ['T1032', 'T1573'],
  ['T1038', 'T1574.001'],
  ['T1044', 'T1574.010'],
  ['T1050', 'T1543.003'],
  ['T1053.001', 'T1053.002'],
  ['T1058', 'T1574.011'],
  ['T1065', 'T1571'],
  ['T1073', 'T1574.002'],
  ['T1077', 'T1021.002'],
  ['T1079', 'T1573'],
  ['T1081', 'T1552.001'],
  ['T1089', 'T1562.001'],
  ['T1094', 'T1095'],
  ['T1139', 'T1552.003'],
  ['T1141', 'T1056.002'],
  ['T1148', 'T1562.003'],
  ['T1150', 'T1547.011'],
  ['T1156', 'T1546.004'],
  ['T1162', 'T1547.011'],
  ['T1163', 'T1037.004'],
  ['T1168', 'T1053'],
  ['T1169', 'T1548.003'],
  ['T1171', 'T1557.001'],
  ['T1179', 'T1056.004'],
  ['T1192', 'T1566.002'],
  ['T1193', 'T1566.001'],
  ['T1196', 'T1218.002'],
  ['T1206', 'T1548.003'],
  ['T1547.011', 'T1647'],
  ['T1574.002', 'T1574.001']
])
