/** Whether a number of a party's requisites can be right, for whoever takes one from a person, a file or a letter. */
export { requisiteFault } from '#platform/requisite-fault.ts'
