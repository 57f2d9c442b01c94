import { library } from '../../tsdown.base.ts'

export default library(
  {
    index: 'src/index.ts',
    'contract/index': 'src/contract/index.ts',
    'handlers/index': 'src/handlers/index.ts',
    'publisher/index': 'src/publisher/index.ts',
    'signing/index': 'src/signing/index.ts',
    'digest/node': 'src/digest/node.ts',
    'digest/portable': 'src/digest/portable.ts',
    'transport/index': 'src/transport/index.ts',
    'transport/node': 'src/transport/node.ts',
    'transport/fetch': 'src/transport/fetch.ts',
  },
  {
    // Every file costs Node half a millisecond to load: what entries share is one, but for what browsers take, and for
    // what only Node's transport needs. Declarations, whose names end in `.d.ts`, are divided by their own rules.
    includeDependenciesRecursively: false,
    groups: [
      { name: 'shared/contract', test: /src.contract.[\w-]+\.ts$/, minShareCount: 2, priority: 2 },
      { name: 'shared/node', test: /src.transport.node.[\w-]+\.ts$/, minShareCount: 2, priority: 1 },
      { name: 'shared/core', test: /src.(?!digest)[\w/\\-]+\.ts$/, minShareCount: 2 },
    ],
  },
)
