#[derive(Clone)]
pub struct Route {
    pub stops: Vec<(f64, f64)>,
}

impl Copy for Route {}

pub fn length(route: &Route) -> usize {
    route.stops.len()
}
