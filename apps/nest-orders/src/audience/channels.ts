/** Where staff hear of all orders, and see who is on shift. */
export const STAFF = 'presence-staff'

/** Where staff get addresses. */
export const ADDRESSES = 'private-encrypted-addresses'

const CUSTOMER = 'private-customer-'

/** Where a customer hears of their orders. */
export const customerChannel = (customerId: string): string => `${CUSTOMER}${customerId}`

/** Whose channel it is, if it is a customer's. */
export const customerOf = (channel: string): string | undefined =>
  channel.startsWith(CUSTOMER) ? channel.slice(CUSTOMER.length) : undefined
