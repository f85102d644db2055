//! Circles in dependencies.

use std::collections::BTreeMap;

/// How far the search is with a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    New,
    Open,
    Done,
}

/// A circle in a directed graph, as the nodes on it in order; `None` if there is none.
///
/// `edges[n]` lists the nodes to which node `n` leads.
///
/// # Panics
///
/// If an edge leads to a node that does not exist.
pub fn find_cycle(edges: &[Vec<usize>]) -> Option<Vec<usize>> {
    let mut marks = vec![Mark::New; edges.len()];
    for start in 0..edges.len() {
        if marks[start] != Mark::New {
            continue;
        }
        // The way down: each node, and which of its edges comes next.
        let mut way = vec![(start, 0)];
        marks[start] = Mark::Open;
        while let Some((node, next)) = way.last_mut() {
            let Some(&to) = edges[*node].get(*next) else {
                marks[*node] = Mark::Done;
                way.pop();
                continue;
            };
            *next += 1;
            match marks[to] {
                Mark::New => {
                    marks[to] = Mark::Open;
                    way.push((to, 0));
                }
                Mark::Open => {
                    let circle = way
                        .iter()
                        .map(|&(node, _)| node)
                        .skip_while(|&node| node != to);
                    return Some(circle.collect());
                }
                Mark::Done => {}
            }
        }
    }
    None
}

/// A circle among packages by name, each with the names of those it needs; unknown names need nothing.
pub fn circular_packages<'a>(needs: &BTreeMap<&'a str, Vec<&'a str>>) -> Option<Vec<&'a str>> {
    let names: Vec<&str> = needs.keys().copied().collect();
    let edges: Vec<Vec<usize>> = needs
        .values()
        .map(|needed| {
            needed
                .iter()
                .filter_map(|name| names.binary_search(name).ok())
                .collect()
        })
        .collect();
    let circle = find_cycle(&edges)?;
    Some(circle.into_iter().map(|node| names[node]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_circle_is_found_without_the_way_to_it() {
        // 0 → 1 → 2 → 3 → 1
        assert_eq!(
            find_cycle(&[vec![1], vec![2], vec![3], vec![1]]),
            Some(vec![1, 2, 3])
        );
    }

    #[test]
    fn two_ways_to_a_node_are_no_circle() {
        assert_eq!(find_cycle(&[vec![1, 2], vec![3], vec![3], vec![]]), None);
    }

    #[test]
    fn a_node_may_lead_to_itself() {
        assert_eq!(find_cycle(&[vec![], vec![1]]), Some(vec![1]));
    }

    #[test]
    fn a_circle_apart_from_the_start() {
        assert_eq!(find_cycle(&[vec![], vec![2], vec![1]]), Some(vec![1, 2]));
        assert_eq!(find_cycle(&[]), None);
    }

    #[test]
    fn a_long_chain_does_not_overflow_the_stack() {
        let mut edges: Vec<Vec<usize>> = (1..200_000).map(|next| vec![next]).collect();
        edges.push(vec![]);
        assert_eq!(find_cycle(&edges), None);
        edges[199_999] = vec![0];
        assert_eq!(find_cycle(&edges).map(|circle| circle.len()), Some(200_000));
    }

    #[test]
    fn packages_by_name() {
        let mut needs = BTreeMap::from([
            ("app", vec!["net", "log"]),
            ("net", vec!["log", "tls"]),
            ("log", vec!["time"]),
        ]);
        assert_eq!(circular_packages(&needs), None);
        needs.insert("time", vec!["net"]);
        assert_eq!(circular_packages(&needs), Some(vec!["net", "log", "time"]));
    }
}
