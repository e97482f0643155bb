import '@kusto/language-service-next/bridge.min.js'
import '@kusto/language-service-next/Kusto.Language.Bridge.min.js'
import { KQL_TABLES } from './tables.ts'

interface Diagnostics {
  readonly Count: number
  getItem(index: number): { readonly Message: string }
}

interface TableSymbol {
  WithName(name: string): TableSymbol
}

type GlobalState = { readonly WithDatabase: (database: object) => GlobalState }

/** The part of Microsoft's language service that is used here; it is compiled from C# and puts itself into a global. */
interface LanguageService {
  readonly Symbols: {
    readonly TableSymbol: { From(columns: string): TableSymbol }
    // Its overloads are numbered: this one takes a name and members.
    readonly DatabaseSymbol: { readonly $ctor1: new (name: string, members: readonly TableSymbol[]) => object }
  }
  readonly GlobalState: { readonly Default: GlobalState }
  readonly KustoCode: { ParseAndAnalyze(query: string, globals: GlobalState): { GetDiagnostics(): Diagnostics } }
}

declare global {
  var Kusto: { readonly Language: LanguageService }
}

const { Symbols, GlobalState, KustoCode } = globalThis.Kusto.Language

const tables = Object.entries(KQL_TABLES).map(([name, columns]) =>
  Symbols.TableSymbol.From(`(${columns})`).WithName(name)
)
const globals = GlobalState.Default.WithDatabase(new Symbols.DatabaseSymbol.$ctor1('workspace', tables))

/**
 * What is wrong with a query: syntax and types by Microsoft's own language service, tables and columns as `tables.ts` lists
 * them from Microsoft's documentation.
 */
export const kqlProblems = (query: string): readonly string[] => {
  const diagnostics = KustoCode.ParseAndAnalyze(query, globals).GetDiagnostics()
  return Array.from({ length: diagnostics.Count }, (_, index) => diagnostics.getItem(index).Message)
}
