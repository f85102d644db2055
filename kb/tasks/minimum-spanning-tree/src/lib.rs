//! Minimum spanning trees by Kruskal's algorithm.

/// A connection that could be built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// One end.
    pub a: usize,
    /// The other end.
    pub b: usize,
    /// What it costs.
    pub cost: u64,
}

/// The edges to build, the cheapest first, so that all nodes 0 to `nodes` − 1 are connected.
///
/// `None` if the edges cannot connect them all.
///
/// # Panics
///
/// If an edge names a node that does not exist.
pub fn spanning_tree(nodes: usize, edges: &[Edge]) -> Option<Vec<Edge>> {
    let mut sorted = edges.to_vec();
    sorted.sort_by_key(|edge| edge.cost);
    let mut parts: Vec<usize> = (0..nodes).collect();
    let mut tree = Vec::new();
    for edge in sorted {
        let (a, b) = (top(&mut parts, edge.a), top(&mut parts, edge.b));
        if a != b {
            parts[a] = b;
            tree.push(edge);
        }
    }
    // A tree has one edge less than nodes; without nodes there is nothing to connect.
    (tree.len() + 1 >= nodes).then_some(tree)
}

/// The node that stands for the part to which this one belongs.
fn top(parts: &mut [usize], mut node: usize) -> usize {
    while parts[node] != node {
        parts[node] = parts[parts[node]];
        node = parts[node];
    }
    node
}

/// The least cable that connects all houses with each other, each cable straight.
///
/// `houses` are points in metres.
pub fn least_cable(houses: &[(f64, f64)]) -> f64 {
    let mut edges = Vec::new();
    for (a, &(ax, ay)) in houses.iter().enumerate() {
        for (b, &(bx, by)) in houses.iter().enumerate().skip(a + 1) {
            // Whole millimetres can be sorted; floats could be NaN.
            let cost = ((ax - bx).hypot(ay - by) * 1_000.0).round() as u64;
            edges.push(Edge { a, b, cost });
        }
    }
    let tree = spanning_tree(houses.len(), &edges).expect("there is an edge between any two");
    tree.iter().map(|edge| edge.cost).sum::<u64>() as f64 / 1_000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edge(a: usize, b: usize, cost: u64) -> Edge {
        Edge { a, b, cost }
    }

    #[test]
    fn circles_are_left_out() {
        let edges = [
            edge(0, 1, 4),
            edge(1, 2, 8),
            edge(0, 2, 7),
            edge(2, 3, 1),
            edge(1, 3, 6),
        ];
        let tree = spanning_tree(4, &edges).expect("connected");
        assert_eq!(tree, [edge(2, 3, 1), edge(0, 1, 4), edge(1, 3, 6)]);
    }

    #[test]
    fn of_equal_edges_the_first_is_taken() {
        let tree = spanning_tree(2, &[edge(0, 1, 5), edge(1, 0, 5), edge(0, 0, 1)]);
        assert_eq!(tree, Some(vec![edge(0, 1, 5)]));
    }

    #[test]
    fn what_cannot_be_connected_is_none() {
        assert_eq!(spanning_tree(3, &[edge(0, 1, 1)]), None);
        assert_eq!(spanning_tree(1, &[]), Some(vec![]));
        assert_eq!(spanning_tree(0, &[]), Some(vec![]));
    }

    #[test]
    fn no_other_tree_is_cheaper() {
        // All sets of three edges of a complete graph of four nodes.
        let costs = [5, 2, 9, 4, 7, 3];
        let pairs = [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)];
        let edges: Vec<Edge> = pairs
            .iter()
            .zip(costs)
            .map(|(&(a, b), cost)| edge(a, b, cost))
            .collect();
        let total = |edges: &[Edge]| edges.iter().map(|edge| edge.cost).sum::<u64>();
        let cheapest = (0_u32..1 << 6)
            .filter(|set| set.count_ones() == 3)
            .filter_map(|set| {
                let some: Vec<Edge> = (0..6)
                    .filter(|i| set >> i & 1 == 1)
                    .map(|i| edges[i])
                    .collect();
                spanning_tree(4, &some).map(|tree| total(&tree))
            })
            .min();
        assert_eq!(spanning_tree(4, &edges).map(|tree| total(&tree)), cheapest);
    }

    #[test]
    fn cable_between_houses() {
        assert_eq!(least_cable(&[(0.0, 0.0), (3.0, 4.0), (3.0, 0.0)]), 7.0);
        assert_eq!(least_cable(&[(1.0, 1.0)]), 0.0);
        assert_eq!(least_cable(&[]), 0.0);
    }
}
