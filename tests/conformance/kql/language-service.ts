import '@kusto/language-service-next/bridge.min.js'
import '@kusto/language-service-next/Kusto.Language.Bridge.min.js'
import { KQL_FUNCTIONS } from './functions.ts'
import { KQL_TABLES } from './tables.ts'

interface List<Item> {
  readonly Count: number
  getItem(index: number): Item
}

interface TableSymbol {
  readonly Columns: List<{ readonly Name: string }>
  WithName(name: string): TableSymbol
}

type FunctionSymbol = object

type GlobalState = { readonly WithDatabase: (database: object) => GlobalState }

/** A query that was looked at. */
interface Analysis {
  readonly ResultType: TableSymbol
  GetDiagnostics(): List<{ readonly Message: string }>
}

/** The part of Microsoft's language service that is used here; it is compiled from C# and puts itself into a global. */
interface LanguageService {
  readonly Symbols: {
    readonly TableSymbol: { From(columns: string): TableSymbol }
    // Overloads are numbered: this one takes name, parameters, body and description,
    readonly FunctionSymbol: {
      readonly $ctor16: new (name: string, parameters: string, body: string, description: string) => FunctionSymbol
    }
    // and this one a name and members.
    readonly DatabaseSymbol: {
      readonly $ctor1: new (name: string, members: readonly (TableSymbol | FunctionSymbol)[]) => object
    }
  }
  readonly GlobalState: { readonly Default: GlobalState }
  readonly KustoCode: { ParseAndAnalyze(query: string, globals: GlobalState): Analysis }
}

declare global {
  var Kusto: { readonly Language: LanguageService }
}

const { Symbols, GlobalState, KustoCode } = globalThis.Kusto.Language

const tables = Object.entries(KQL_TABLES).map(([name, columns]) =>
  Symbols.TableSymbol.From(`(${columns})`).WithName(name)
)
const functions = Object.entries(KQL_FUNCTIONS).map(
  ([name, { parameters, columns }]) =>
    new Symbols.FunctionSymbol.$ctor16(name, `(${parameters})`, `{ datatable(${columns}) [] }`, '')
)
const globals = GlobalState.Default.WithDatabase(
  new Symbols.DatabaseSymbol.$ctor1('workspace', [...tables, ...functions])
)

const toArray = <Item>(list: List<Item>): readonly Item[] =>
  Array.from({ length: list.Count }, (_, index) => list.getItem(index))

/**
 * What is wrong with a query: syntax and types by Microsoft's own language service, tables, functions and columns as
 * `tables.ts` and `functions.ts` list them from Microsoft's documentation.
 */
export const kqlProblems = (query: string): readonly string[] =>
  toArray(KustoCode.ParseAndAnalyze(query, globals).GetDiagnostics()).map(({ Message }) => Message)

/** The columns of what a query without problems gives. */
export const kqlColumns = (query: string): readonly string[] =>
  toArray(KustoCode.ParseAndAnalyze(query, globals).ResultType.Columns).map(({ Name }) => Name)
