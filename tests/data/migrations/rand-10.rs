use rand::rngs::StdRng;
use rand::{Rng, RngCore, SeedableRng};

fn roll<R: Rng>(rng: &mut R) -> u8 {
    rng.random_range(3..5)
}

fn fill(rng: &mut dyn RngCore) -> bool {
    let mut bytes = [0; 32];
    rng.fill_bytes(&mut bytes);
    bytes != [0; 32]
}

fn main() {
    let mut rng = StdRng::from_os_rng();
    let drawn: Vec<u8> = (0..500).map(|_| roll(&mut rng)).collect();
    println!("{:?} {:?} {}", drawn.iter().min(), drawn.iter().max(), fill(&mut rng));
}
