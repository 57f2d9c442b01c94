// For workerd: the task comes as a request, the report is the response.
import { exercise, type Task } from './exercise.ts'

export default {
  fetch: async (request: Request): Promise<Response> => {
    try {
      return Response.json(await exercise((await request.json()) as Task))
    } catch (error) {
      return new Response(error instanceof Error ? error.stack : String(error), { status: 500 })
    }
  },
}
