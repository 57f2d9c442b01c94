import { library } from '../../tsdown.base.ts'

export default library({
  index: 'src/index.ts',
  terminus: 'src/terminus/index.ts',
  testing: 'src/testing/index.ts',
})
