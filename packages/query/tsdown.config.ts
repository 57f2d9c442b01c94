import { library } from '../../tsdown.base.ts'

export default library({
  index: 'src/index.ts',
  signed: 'src/signed/index.ts',
  'signed-browser': 'src/signed/browser.ts',
})
