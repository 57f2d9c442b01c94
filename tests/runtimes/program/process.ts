// For runtimes that are started with arguments: the task comes as JSON, the report goes to standard output.
import { exercise } from './exercise.ts'

console.log(JSON.stringify(await exercise(JSON.parse(process.argv[2] ?? ''))))
