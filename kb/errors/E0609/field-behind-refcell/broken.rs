use std::cell::RefCell;
use std::rc::Rc;

pub struct Node {
    pub weight: i32,
    pub children: Vec<Rc<RefCell<Node>>>,
}

pub fn sum(node: &Rc<RefCell<Node>>) -> i32 {
    let below: i32 = node.borrow().children.iter().map(sum).sum();
    node.weight + below
}
