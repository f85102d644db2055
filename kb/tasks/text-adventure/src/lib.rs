//! A hall, a garden, a dark cellar.

/// A room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Room {
    Hall,
    Garden,
    Cellar,
}

/// A thing that can be carried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Thing {
    Lamp,
    Treasure,
}

const THINGS: [(&str, Thing); 2] = [("lamp", Thing::Lamp), ("treasure", Thing::Treasure)];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Direction {
    North,
    South,
    Down,
    Up,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Command {
    Go(Direction),
    Take(Thing),
    Drop(Thing),
    Look,
}

fn parse(line: &str) -> Result<Command, String> {
    let line = line.to_lowercase();
    let words: Vec<&str> = line
        .split_whitespace()
        .filter(|word| *word != "the")
        .collect();
    let thing = |name: &str| {
        let found = THINGS.iter().find(|(known, _)| *known == name);
        found
            .map(|(_, thing)| *thing)
            .ok_or_else(|| format!("What is a {name}?"))
    };
    match words[..] {
        ["look" | "l"] => Ok(Command::Look),
        ["take" | "get", name] | ["pick", "up", name] => thing(name).map(Command::Take),
        ["drop", name] => thing(name).map(Command::Drop),
        ["go", direction] | [direction] => match direction {
            "north" | "n" => Ok(Command::Go(Direction::North)),
            "south" | "s" => Ok(Command::Go(Direction::South)),
            "down" | "d" => Ok(Command::Go(Direction::Down)),
            "up" | "u" => Ok(Command::Go(Direction::Up)),
            _ => Err(format!("I do not know how to {line}.")),
        },
        _ => Err("I do not understand that.".to_owned()),
    }
}

/// The world and the player in it.
#[derive(Clone, Debug)]
pub struct World {
    room: Room,
    /// Where each thing lies; `None` for what the player carries.
    lies_in: [(Thing, Option<Room>); 2],
}

impl Default for World {
    fn default() -> Self {
        Self {
            room: Room::Hall,
            lies_in: [
                (Thing::Lamp, Some(Room::Garden)),
                (Thing::Treasure, Some(Room::Cellar)),
            ],
        }
    }
}

impl World {
    /// The beginning.
    pub fn new() -> Self {
        Self::default()
    }

    /// Is the treasure in the hall?
    pub fn is_won(&self) -> bool {
        self.place(Thing::Treasure) == Some(Room::Hall)
    }

    /// Do what a line says, and tell what comes of it.
    pub fn answer(&mut self, line: &str) -> String {
        match parse(line) {
            Ok(Command::Look) => self.describe(),
            Ok(Command::Go(direction)) => match exit(self.room, direction) {
                Some(room) => {
                    self.room = room;
                    self.describe()
                }
                None => "There is no way.".to_owned(),
            },
            Ok(Command::Take(thing)) if self.place(thing) == Some(self.room) && self.is_lit() => {
                self.put(thing, None);
                "Taken.".to_owned()
            }
            Ok(Command::Take(_)) => "You do not see it here.".to_owned(),
            Ok(Command::Drop(thing)) if self.place(thing).is_none() => {
                self.put(thing, Some(self.room));
                if self.is_won() {
                    "You have won!"
                } else {
                    "Dropped."
                }
                .to_owned()
            }
            Ok(Command::Drop(_)) => "You do not have it.".to_owned(),
            Err(reason) => reason,
        }
    }

    fn describe(&self) -> String {
        if !self.is_lit() {
            return "It is dark.".to_owned();
        }
        let room = match self.room {
            Room::Hall => "A hall. The garden is to the north, stairs lead down.",
            Room::Garden => "A garden. The hall is to the south.",
            Room::Cellar => "A cellar. Stairs lead up.",
        };
        let seen = THINGS
            .iter()
            .filter(|(_, thing)| self.place(*thing) == Some(self.room));
        let seen: Vec<String> = seen
            .map(|(name, _)| format!(" There is a {name}."))
            .collect();
        room.to_owned() + &seen.concat()
    }

    /// The cellar is dark unless the lamp is carried or lies there.
    fn is_lit(&self) -> bool {
        self.room != Room::Cellar || self.place(Thing::Lamp).is_none_or(|room| room == self.room)
    }

    fn place(&self, thing: Thing) -> Option<Room> {
        let found = self.lies_in.iter().find(|(other, _)| *other == thing);
        found.and_then(|(_, place)| *place)
    }

    fn put(&mut self, thing: Thing, place: Option<Room>) {
        for (other, lies_in) in &mut self.lies_in {
            if *other == thing {
                *lies_in = place;
            }
        }
    }
}

fn exit(room: Room, direction: Direction) -> Option<Room> {
    match (room, direction) {
        (Room::Hall, Direction::North) => Some(Room::Garden),
        (Room::Garden, Direction::South) | (Room::Cellar, Direction::Up) => Some(Room::Hall),
        (Room::Hall, Direction::Down) => Some(Room::Cellar),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The last answer to several lines.
    fn play(world: &mut World, lines: &[&str]) -> String {
        lines
            .iter()
            .map(|line| world.answer(line))
            .last()
            .unwrap_or_default()
    }

    #[test]
    fn the_way_to_the_treasure() {
        let mut world = World::new();
        play(
            &mut world,
            &[
                "n",
                "take the LAMP",
                "go south",
                "down",
                "pick up treasure",
                "u",
            ],
        );
        assert!(!world.is_won());
        assert_eq!(world.answer("drop treasure"), "You have won!");
        assert!(world.is_won());
    }

    #[test]
    fn nothing_is_found_in_the_dark() {
        let mut world = World::new();
        assert_eq!(world.answer("down"), "It is dark.");
        assert_eq!(world.answer("take treasure"), "You do not see it here.");
        // The way back is found all the same.
        assert!(world.answer("up").starts_with("A hall."));
    }

    #[test]
    fn a_lamp_on_the_floor_gives_light() {
        let mut world = World::new();
        let seen = play(
            &mut world,
            &["n", "get lamp", "s", "d", "drop lamp", "look"],
        );
        assert_eq!(
            seen,
            "A cellar. Stairs lead up. There is a lamp. There is a treasure."
        );
        assert_eq!(play(&mut world, &["u", "d"]), seen);
    }

    #[test]
    fn what_cannot_be_done_is_told() {
        let mut world = World::new();
        for (line, answer) in [
            ("south", "There is no way."),
            ("take lamp", "You do not see it here."),
            ("drop lamp", "You do not have it."),
            ("take sword", "What is a sword?"),
            ("dance", "I do not know how to dance."),
            ("open the red door", "I do not understand that."),
            ("", "I do not understand that."),
        ] {
            assert_eq!(world.answer(line), answer, "{line}");
        }
    }
}
