import { library } from '../../tsdown.base.ts'

export default library({
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
})
