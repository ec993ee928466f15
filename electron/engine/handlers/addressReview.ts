import { countQuestions, decideAddress, listQuestions, readQuestion, undoDecision } from '../link/addressReview/index.ts'
import type { Handlers } from './types.ts'

type AddressReviewCall = 'addressReview.counts' | 'addressReview.list' | 'addressReview.question' | 'addressReview.decide' | 'addressReview.undo'

/** Addresses that a person decides on. */
export const addressReviewHandlers: Handlers<AddressReviewCall> = {
  'addressReview.counts': (context) => countQuestions(context),
  'addressReview.list': (context, input) => listQuestions(context, input),
  'addressReview.question': (context, { key }) => readQuestion(context, key),
  'addressReview.decide': (context, input) => decideAddress(context, input),
  'addressReview.undo': (context, input) => {
    undoDecision(context, input)
    return {}
  },
}
