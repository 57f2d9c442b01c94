/** Something to order. */
export interface Product {
  readonly id: string
  readonly name: string
  readonly about: string
  /** In cents. */
  readonly price: number
}

/** All that the shop has. */
export const PRODUCTS: readonly Product[] = [
  { id: 'sidamo', name: 'Sidamo', about: 'Ethiopia · jasmine, lemon', price: 1_450 },
  { id: 'huila', name: 'Huila', about: 'Colombia · caramel, red apple', price: 1_290 },
  { id: 'evening', name: 'Evening blend', about: 'Decaffeinated · cocoa', price: 1_190 },
  { id: 'filters', name: 'Paper filters', about: '100 pieces', price: 390 },
]
