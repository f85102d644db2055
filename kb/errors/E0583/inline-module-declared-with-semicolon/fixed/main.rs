mod model;
mod store;

fn main() {
    let order = model::Order { id: 7 };
    println!("{}", store::key(&order));
}
