import { join } from 'node:path'
import { describeIndicatorStore } from '../indicator-store.contract.ts'
import { placeAt } from './sqlite-place.contract.ts'
import { temporaryFolder } from './temporary-folder.contract.ts'

describeIndicatorStore('the SQLite store', () => placeAt(join(temporaryFolder(), 'store.db')))
