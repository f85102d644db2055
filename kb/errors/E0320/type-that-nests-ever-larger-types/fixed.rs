enum Tree<T> {
    Leaf(T),
    Node(Box<Tree<T>>, Box<Tree<T>>),
}

fn depth<T>(tree: &Tree<T>) -> u32 {
    match tree {
        Tree::Leaf(_) => 0,
        Tree::Node(left, right) => 1 + depth(left).max(depth(right)),
    }
}

fn main() {
    let pair = Tree::Node(Box::new(Tree::Leaf(5)), Box::new(Tree::Leaf(6)));
    if let Tree::Node(left, _) = &pair
        && let Tree::Leaf(value) = &**left
    {
        println!("first {value}");
    }
    println!("{}", depth(&pair));
}
