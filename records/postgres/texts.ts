import { type DataTypeNode, type KyselyPlugin, OperationNodeTransformer } from 'kysely';

class ByTheirBytes extends OperationNodeTransformer {
  protected override transformDataType(node: DataTypeNode): DataTypeNode {
    return node.dataType === 'text' ? { ...node, dataType: 'text collate "C"' as DataTypeNode['dataType'] } : node;
  }
}

const transformer = new ByTheirBytes();

/** Lets a migration's texts be compared and sorted by their bytes, as SQLite's are, whatever language the server speaks. */
export const textsByTheirBytes: KyselyPlugin = {
  transformQuery: ({ node, queryId }) => transformer.transformNode(node, queryId),
  transformResult: async ({ result }) => result,
};
