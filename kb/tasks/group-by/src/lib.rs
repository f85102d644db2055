//! Orders, grouped in several ways.

use std::collections::BTreeMap;

/// Something that a customer bought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    pub customer: String,
    pub month: u8,
    pub cents: u64,
}

/// Groups `items` by what `key` returns for each; within a group they keep their order.
pub fn group_by<T, K: Ord>(
    items: impl IntoIterator<Item = T>,
    key: impl Fn(&T) -> K,
) -> BTreeMap<K, Vec<T>> {
    let mut groups: BTreeMap<K, Vec<T>> = BTreeMap::new();
    for item in items {
        groups.entry(key(&item)).or_default().push(item);
    }
    groups
}

/// Returns what each customer spent, without copying a name.
pub fn spent(orders: &[Order]) -> BTreeMap<&str, u64> {
    let mut totals = BTreeMap::new();
    for order in orders {
        *totals.entry(order.customer.as_str()).or_insert(0) += order.cents;
    }
    totals
}

/// Returns the largest order of each month.
pub fn largest(orders: &[Order]) -> BTreeMap<u8, &Order> {
    let mut best: BTreeMap<u8, &Order> = BTreeMap::new();
    for order in orders {
        best.entry(order.month)
            .and_modify(|known| {
                if order.cents > known.cents {
                    *known = order;
                }
            })
            .or_insert(order);
    }
    best
}

/// Returns the runs of neighbours from the same month.
pub fn monthly_runs(orders: &[Order]) -> Vec<&[Order]> {
    orders
        .chunk_by(|left, right| left.month == right.month)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn orders() -> Vec<Order> {
        [
            ("Bo", 2, 300),
            ("Ann", 1, 500),
            ("Bo", 1, 200),
            ("Ann", 1, 50),
        ]
        .map(|(customer, month, cents)| Order {
            customer: customer.to_owned(),
            month,
            cents,
        })
        .to_vec()
    }

    #[test]
    fn groups_are_sorted_and_keep_the_order_within() {
        let groups = group_by(orders(), |order| order.customer.clone());
        let cents = |name| {
            groups[name]
                .iter()
                .map(|order| order.cents)
                .collect::<Vec<_>>()
        };
        assert_eq!(groups.keys().collect::<Vec<_>>(), ["Ann", "Bo"]);
        assert_eq!(cents("Ann"), [500, 50]);
        assert_eq!(cents("Bo"), [300, 200]);
    }

    #[test]
    fn totals_need_no_lists() {
        assert_eq!(
            spent(&orders()),
            BTreeMap::from([("Ann", 550), ("Bo", 500)])
        );
        assert!(spent(&[]).is_empty());
    }

    #[test]
    fn the_largest_of_each_month() {
        let orders = orders();
        let found = largest(&orders);
        assert_eq!((found[&1].cents, found[&2].cents), (500, 300));
    }

    #[test]
    fn runs_are_only_of_neighbours() {
        let mut orders = orders();
        assert_eq!(monthly_runs(&orders).len(), 2);
        orders.swap(0, 1);
        assert_eq!(monthly_runs(&orders).len(), 3);
        orders.sort_by_key(|order| order.month);
        assert_eq!(monthly_runs(&orders).len(), 2);
    }
}
